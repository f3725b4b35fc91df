"""Opens plane.html in a headless Chromium and uses it as a reader would; exits with 1 and says what failed.

Usage: plane_html.py CHROMIUM PLANE.HTML [PICTURE.PNG]

Standard library only. Chromium is spoken to through two pipes (--remote-debugging-pipe), so no port is opened.
"""

import base64
import itertools
import json
import os
import pathlib
import select
import subprocess
import sys
import tempfile
import time

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--window-size=1280,900", "--remote-debugging-pipe",
]
PATIENCE = 60


class Browser:
    """A Chromium with one page. Every event of the page is kept."""

    def __init__(self, program, profile):
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        # Chromium listens on descriptor 3 and answers on 4; the shell puts the pipes there.
        command = f'exec "$@" 3<&{to_read} 4>&{to_write}'
        self._process = subprocess.Popen(
            ["bash", "-c", command, "chromium", program, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(to_read, to_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self._numbers = itertools.count(1)
        self._received = b""
        self._session = None
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait_for(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self._next())

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def press(self, key):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode={"Home": 36, "End": 35}[key])

    def click(self, x, y):
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def close(self):
        self._process.terminate()
        self._process.wait()

    def _next(self):
        deadline = time.monotonic() + PATIENCE
        while b"\0" not in self._received:
            if not select.select([self._read], [], [], max(0, deadline - time.monotonic()))[0]:
                raise TimeoutError(f"Chromium said nothing for {PATIENCE} s.")
            piece = os.read(self._read, 65536)
            if not piece:
                raise RuntimeError("Chromium ended.")
            self._received += piece
        message, self._received = self._received.split(b"\0", 1)
        return json.loads(message)


POSITIONS = "[...document.querySelectorAll('circle.now')].map(node => [node.dataset.layer, node.getAttribute('cx'), node.getAttribute('cy')])"
CENTRE = "(() => { const box = %s.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()"


def check(browser, page, picture):
    browser.call("Page.navigate", url=pathlib.Path(page).resolve().as_uri())
    browser.wait_for("Page.loadEventFired")
    failures = []

    def require(condition, what):
        print(("ok      " if condition else "FAILED  ") + what)
        if not condition:
            failures.append(what)

    last = browser.value(POSITIONS)
    require(len(last) > 0, f"{len(last)} points are drawn at the last epoch")
    if picture:
        pathlib.Path(picture).write_bytes(base64.b64decode(browser.call("Page.captureScreenshot")["data"]))

    shown = browser.value("document.getElementById('shown').textContent")
    browser.value("document.getElementById('epoch').focus()")
    browser.press("Home")
    first = browser.value(POSITIONS)
    require(first != last and len(first) > 0, "the slider moves the points")
    require(browser.value("document.getElementById('shown').textContent") != shown, f"the epoch shown changes from '{shown}'")
    browser.press("End")
    require(browser.value(POSITIONS) == last, "the slider moves the points back")

    browser.value("document.querySelector('circle.now').scrollIntoView({ block: 'center' })")
    x, y = browser.value(CENTRE % "document.querySelector('circle.now')")
    browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    tip = browser.value("document.getElementById('tip').hidden ? '' : document.getElementById('tip').textContent")
    require(all(word in tip for word in ("epoch", "I(X;T)", "I(T;Y)")), f"hovering over a point shows {tip!r}")
    browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=1, y=1)
    require(browser.value("document.getElementById('tip').hidden"), "leaving it hides the values")

    browser.value("document.querySelector('#layers input').scrollIntoView({ block: 'center' })")
    browser.click(*browser.value(CENTRE % "document.querySelector('#layers input')"))
    layer = browser.value("data.layers[0]")
    without = browser.value(POSITIONS)
    require(len(without) < len(last) and all(one[0] != layer for one in without), f"switching '{layer}' off removes its points")
    browser.click(*browser.value(CENTRE % "document.querySelector('#layers input')"))
    require(browser.value(POSITIONS) == last, "switching it on brings them back")

    browser.value("document.getElementById('play').click()")
    deadline = time.monotonic() + PATIENCE
    while browser.value("document.getElementById('play').textContent") == "Pause" and time.monotonic() < deadline:
        time.sleep(0.1)
    require(browser.value("epoch.value === epoch.max"), "playing runs to the last epoch")

    complaints = [json.dumps(event["params"]) for event in browser.events if is_complaint(event)]
    require(not complaints, "no error on the console" + "".join(f"\n        {one}" for one in complaints))
    addresses = [event["params"]["request"]["url"] for event in browser.events if event.get("method") == "Network.requestWillBeSent"]
    foreign = [address for address in addresses if not address.startswith(("file:", "data:", "about:"))]
    require(not foreign, f"nothing is loaded from the network {foreign or ''}")
    return not failures


def is_complaint(event):
    parameters = event.get("params", {})
    return (
        event.get("method") == "Runtime.exceptionThrown"
        or (event.get("method") == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"))
        or (event.get("method") == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning")))


def main():
    program, page = sys.argv[1:3]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(program, profile)
        try:
            passed = check(browser, page, sys.argv[3] if len(sys.argv) > 3 and sys.argv[3] else None)
        finally:
            browser.close()
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()
