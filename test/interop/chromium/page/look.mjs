/** Added to a page of somebody else's: looks at its videos. */
const analysers = new Map();

globalThis.look = {
  /** RGB at places (0 to 1) of what a video shows now; null when it shows nothing yet. */
  colours(selector, places) {
    const video = document.querySelector(selector);
    const { videoWidth: width, videoHeight: height } = video;
    if (width === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(video, 0, 0, width, height);
    return places.map(([x, y]) => [...context.getImageData(x * width, y * height, 1, 1).data]);
  },

  /** The loudest sample of the moment, 0 to 1. */
  peak(selector) {
    if (!analysers.has(selector)) {
      const context = new AudioContext();
      const analyser = new AnalyserNode(context, { fftSize: 2048 });
      context.createMediaStreamSource(document.querySelector(selector).srcObject).connect(analyser);
      analysers.set(selector, analyser);
    }
    const analyser = analysers.get(selector);
    const samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(samples);
    return Math.max(...samples.map(Math.abs));
  },
};
