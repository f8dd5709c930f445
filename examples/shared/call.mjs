/** The page's side: offers to the program that served it, and takes its answer. */
export async function call(pc) {
  await pc.setLocalDescription();
  while (pc.iceGatheringState !== 'complete') {
    await new Promise((resolve) =>
      pc.addEventListener('icegatheringstatechange', resolve, { once: true }),
    );
  }
  const response = await fetch('/', { method: 'POST', body: JSON.stringify(pc.localDescription) });
  if (!response.ok) throw new Error(await response.text());
  await pc.setRemoteDescription(await response.json());
  addEventListener('pagehide', () => pc.close());
}
