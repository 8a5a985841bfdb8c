// Adds a button that records a sentence with this machine's microphone and puts it into the form as a WAV file. Browsers give
// a microphone only to pages that came by https or from this machine; elsewhere the form takes a file and nothing more.
(function () {
  var RATE = 16000; // 16 kHz, 16 bits, one channel: half a minute stays under 1 MB, and every carrier plays it.
  var LONGEST_MS = 30000;
  var list = document.getElementById('sentences');
  if (!list || !navigator.mediaDevices || !window.AudioWorkletNode) return;

  function resampled(blocks, from) {
    var all = new Float32Array(blocks.reduce(function (sum, block) { return sum + block.length; }, 0));
    blocks.reduce(function (at, block) { all.set(block, at); return at + block.length; }, 0);
    var samples = new Int16Array(Math.floor(all.length * RATE / from));
    for (var i = 0; i < samples.length; i++) {
      var begin = Math.floor(i * from / RATE);
      var end = Math.max(begin + 1, Math.floor((i + 1) * from / RATE));
      var sum = 0;
      for (var j = begin; j < end && j < all.length; j++) sum += all[j];
      samples[i] = Math.max(-1, Math.min(1, sum / (end - begin))) * 32767;
    }
    return samples;
  }

  function wav(samples) {
    var view = new DataView(new ArrayBuffer(44 + samples.length * 2));
    function word(at, text) { for (var i = 0; i < text.length; i++) view.setUint8(at + i, text.charCodeAt(i)); }
    word(0, 'RIFF'); view.setUint32(4, 36 + samples.length * 2, true); word(8, 'WAVEfmt ');
    view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
    view.setUint32(24, RATE, true); view.setUint32(28, RATE * 2, true); view.setUint16(32, 2, true); view.setUint16(34, 16, true);
    word(36, 'data'); view.setUint32(40, samples.length * 2, true);
    samples.forEach(function (sample, i) { view.setInt16(44 + i * 2, sample, true); });
    return new File([view], 'recording.wav', { type: 'audio/wav' });
  }

  function record(onEnd) {
    return navigator.mediaDevices.getUserMedia({ audio: true }).then(function (stream) {
      var context = new AudioContext();
      var blocks = [];
      function stop() {
        clearTimeout(timer);
        stream.getTracks().forEach(function (track) { track.stop(); });
        context.close();
        onEnd(wav(resampled(blocks, context.sampleRate)));
      }
      var timer = setTimeout(stop, LONGEST_MS);
      return context.audioWorklet.addModule(list.dataset.worklet).then(function () {
        var recorder = new AudioWorkletNode(context, 'recorder', { numberOfOutputs: 0 });
        context.createMediaStreamSource(stream).connect(recorder);
        return new Promise(function (resolve) {
          recorder.port.onmessage = function (message) {
            blocks.push(message.data);
            resolve(stop); // Only once something is heard can it be stopped.
          };
        });
      });
    });
  }

  list.querySelectorAll('form[enctype]').forEach(function (form) {
    var button = document.createElement('button');
    var state = document.createElement('p');
    var stop = null;
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = list.dataset.record;
    state.setAttribute('role', 'status');
    form.prepend(button, state);
    button.addEventListener('click', function () {
      if (stop) {
        stop();
        return;
      }
      button.disabled = true;
      record(function (file) {
        var files = new DataTransfer();
        files.items.add(file);
        form.querySelector('input[type=file]').files = files.files;
        stop = null;
        button.textContent = list.dataset.record;
        state.textContent = list.dataset.recorded;
      }).then(function (end) {
        stop = end;
        button.textContent = list.dataset.stop;
        state.textContent = '';
      }).catch(function () {
        state.textContent = list.dataset.noMicrophone;
      }).then(function () {
        button.disabled = false;
      });
    });
  });
})();
