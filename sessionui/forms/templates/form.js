"use strict";
// Keeps what is typed in this browser, and makes the answer file. Old browsers and file viewers
// run it too, so it is plain ECMAScript 5 and uses nothing that only secure pages may use.
(function () {
  var data = JSON.parse(document.getElementById("data").textContent);
  var words = data.words;
  var form = document.getElementById("form");
  var copy = data.shared ? randomHex(32) : "";
  var place = "sessionui/" + data.form;

  function byId(id) { return document.getElementById(id); }

  // --- SHA-256 and HMAC, on arrays of bytes (FIPS 180-4, RFC 2104)

  var K = [];
  (function () {
    for (var n = 2; K.length < 64; n++) {
      var prime = true;
      for (var d = 2; d * d <= n; d++) { if (n % d === 0) { prime = false; break; } }
      if (prime) { K.push(fraction(Math.pow(n, 1 / 3))); }
    }
  })();

  function fraction(x) { return ((x - Math.floor(x)) * 4294967296) | 0; }

  function turn(x, n) { return (x >>> n) | (x << (32 - n)); }

  function sha256(bytes) {
    var h = [2, 3, 5, 7, 11, 13, 17, 19].map(function (p) { return fraction(Math.sqrt(p)); });
    var text = bytes.slice(), bits = bytes.length * 8, w = [], i, at;
    text.push(0x80);
    while (text.length % 64 !== 56) { text.push(0); }
    for (i = 7; i >= 0; i--) { text.push(Math.floor(bits / Math.pow(256, i)) & 255); }
    for (at = 0; at < text.length; at += 64) {
      for (i = 0; i < 16; i++) {
        var k = at + i * 4;
        w[i] = (text[k] << 24) | (text[k + 1] << 16) | (text[k + 2] << 8) | text[k + 3];
      }
      for (i = 16; i < 64; i++) {
        var x = w[i - 15], y = w[i - 2];
        w[i] = (w[i - 16] + w[i - 7] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) +
          (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))) | 0;
      }
      var v = h.slice();
      for (i = 0; i < 64; i++) {
        var e = v[4], a = v[0];
        var one = (v[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & v[5]) ^ (~e & v[6])) +
          K[i] + w[i]) | 0;
        var two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) +
          ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]))) | 0;
        v = [(one + two) | 0, a, v[1], v[2], (v[3] + one) | 0, e, v[5], v[6]];
      }
      for (i = 0; i < 8; i++) { h[i] = (h[i] + v[i]) | 0; }
    }
    var out = [];
    h.forEach(function (n) { out.push(n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255); });
    return out;
  }

  function hmac(key, message) {
    var block = key.length > 64 ? sha256(key) : key.slice();
    while (block.length < 64) { block.push(0); }
    var inner = block.map(function (b) { return b ^ 0x36; });
    var outer = block.map(function (b) { return b ^ 0x5c; });
    return sha256(outer.concat(sha256(inner.concat(message))));
  }

  function utf8(text) {
    var escaped = unescape(encodeURIComponent(text)), out = [];
    for (var i = 0; i < escaped.length; i++) { out.push(escaped.charCodeAt(i)); }
    return out;
  }

  function hex(bytes) {
    return bytes.map(function (b) { return ("0" + b.toString(16)).slice(-2); }).join("");
  }

  function randomHex(length) {
    var values = new Uint8Array(length / 2);
    (window.crypto || window.msCrypto).getRandomValues(values);
    return hex(Array.prototype.slice.call(values));
  }

  function base64(text) { return btoa(unescape(encodeURIComponent(text))); }

  // The eight letters of the receipt: the first 64 bits in base 31, long division by hand.
  function receiptCode() {
    var letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ", out = "";
    var digits = hmac(utf8(data.key), utf8("receipt\0" + copy)).slice(0, 8);
    for (var n = 0; n < 8; n++) {
      var rest = 0;
      for (var i = 0; i < digits.length; i++) {
        var now = rest * 256 + digits[i];
        digits[i] = Math.floor(now / letters.length);
        rest = now % letters.length;
      }
      out += letters.charAt(rest);
    }
    return out;
  }

  // --- what is filled in

  function markOf(slot) {
    var picked = form.querySelector('input[name="' + slot.name + '"]:checked');
    return picked ? picked.value : "";
  }

  function whyOf(slot) { return byId(slot.name + "-why").value.trim(); }

  function keep() {
    var values = {};
    data.slots.forEach(function (slot) {
      values[slot.name] = [markOf(slot), byId(slot.name + "-why").value];
    });
    try {
      localStorage.setItem(place, JSON.stringify({ copy: copy, values: values }));
      return true;
    } catch (refused) { return false; }
  }

  function bringBack() {
    var kept;
    try { kept = JSON.parse(localStorage.getItem(place) || "null"); } catch (refused) { return; }
    if (!kept) { return; }
    if (data.shared && /^[0-9a-f]{32}$/.test(kept.copy)) { copy = kept.copy; }
    data.slots.forEach(function (slot) {
      var value = kept.values[slot.name];
      if (!value) { return; }
      var inputs = form.querySelectorAll('input[name="' + slot.name + '"]');
      for (var i = 0; i < inputs.length; i++) { inputs[i].checked = inputs[i].value === value[0]; }
      byId(slot.name + "-why").value = value[1];
    });
  }

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (all, name) { return values[name]; });
  }

  function show(kept) {
    var done = data.slots.filter(markOf).length;
    byId("progress").value = done / data.slots.length;
    var text = filled(words.progress, { n: done, total: data.slots.length });
    byId("progress-text").textContent = kept ? text : text + " · " + words.not_kept;
  }

  function changed() {
    byId("said").textContent = "";
    byId("by-text").hidden = true;
    byId("receipt").hidden = true;
    show(keep());
  }

  // --- the answer file

  function wrongs() {
    var first = null;
    data.slots.forEach(function (slot) {
      var sentence = "";
      if (!markOf(slot) && whyOf(slot)) { sentence = words.no_mark; }
      byId(slot.name + "-wrong").textContent = sentence;
      if (sentence && !first) { first = slot; }
    });
    return first;
  }

  function sealed() {
    var content = base64(JSON.stringify({
      session: data.session, date: data.date, origin: data.origin, form: data.form,
      side: data.side, rater: data.rater, shared: data.shared, copy: copy,
      items: data.items, rules: data.rules, saved: new Date().getTime(),
      answers: data.slots.filter(markOf).map(function (slot) {
        var mark = markOf(slot);
        return [slot.indicator, slot.own, mark === "na" ? null : Number(mark), whyOf(slot)];
      })
    }));
    return {
      format: "sessionui-answers", version: 1, answers: content,
      check: hex(hmac(utf8(data.key), utf8("answers\0" + content)))
    };
  }

  function ready() {
    var first = wrongs();
    if (first) {
      say(words.mend);
      byId(first.name + "-why").focus();
      byId(first.name).scrollIntoView();
      return false;
    }
    if (!data.slots.some(markOf)) { say(words.nothing); return false; }
    return true;
  }

  function say(text) { byId("said").textContent = text; }

  function told(text) {
    var missing = data.slots.filter(function (slot) { return !markOf(slot); }).length;
    say(missing ? text + " " + filled(missing === 1 ? words.open_one : words.open, { n: missing }) : text);
    if (!data.rater) {
      byId("code").textContent = receiptCode();
      byId("receipt").hidden = false;
    }
  }

  function save() {
    if (!ready()) { return; }
    var blob = new Blob([JSON.stringify(sealed(), null, 1) + "\n"], { type: "application/json" });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = data.file + (copy ? "-" + copy.slice(0, 4) : "") + ".json";
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    told(filled(words.saved, { file: link.download }));
  }

  function copyText() {
    if (!ready()) { return; }
    var lines = base64(JSON.stringify(sealed())).match(/.{1,64}/g);
    var text = data.begin + "\n" + lines.join("\n") + "\n" + data.end + "\n";
    var block = byId("block");
    block.value = text;
    byId("by-text").hidden = false;
    block.focus();
    block.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (refused) { done = false; }
    told(done ? words.copied : words.copy_yourself);
  }

  function wipe() {
    if (!window.confirm(words.wipe)) { return; }
    form.reset();
    try { localStorage.removeItem(place); } catch (refused) { /* nothing was kept */ }
    if (data.shared) { copy = randomHex(32); }
    byId("block").value = "";
    byId("by-text").hidden = true;
    byId("receipt").hidden = true;
    wrongs();
    show(true);
    say(words.wiped);
  }

  bringBack();
  byId("bar").hidden = false;
  byId("finish").hidden = false;
  show(keep());
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  byId("save").addEventListener("click", save);
  byId("copy").addEventListener("click", copyText);
  byId("wipe").addEventListener("click", wipe);
})();
