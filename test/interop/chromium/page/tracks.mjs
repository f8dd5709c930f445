/* global AudioContext, document -- of the page */
let context;

/** A live track that needs no device: a tone, or a canvas that is painted again and again. */
export function makeTrack(kind) {
  const [track] = (kind === 'audio' ? tone() : painting()).getTracks();
  return track;
}

function tone() {
  context ??= new AudioContext();
  const destination = context.createMediaStreamDestination();
  const oscillator = context.createOscillator();
  oscillator.connect(destination);
  oscillator.start();
  return destination.stream;
}

function painting() {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  const stream = canvas.captureStream();
  const [track] = stream.getTracks();
  let count = 0;
  const timer = setInterval(() => {
    if (track.readyState === 'ended') clearInterval(timer);
    pen.fillStyle = `hsl(${(count += 10)} 100% 50%)`;
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }, 40);
  return stream;
}
