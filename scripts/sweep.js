/* What a page is asked in a sweep (sweep.py), beside axe: does it scroll two ways, is focus hidden, can what axe leaves
   undecided be read. Each function gives a list of what is wrong, as text. */
(() => {
  const named = (/** @type {Element} */ element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120);

  /** WCAG 2.2, 1.4.10: no part of the page is wider than the window. A table in a box of its own may be. */
  const twoWays = () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth} px`] : [];
  };

  /** 2.5.8, without the exception for space around: 24 pixels each way for all but links within a line of text. */
  const smallTargets = () => {
    const controls = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")];
    return controls
      .filter((each) => {
        if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
        const target = (each instanceof HTMLInputElement && each.labels?.[0]) || each;
        const { width, height } = target.getBoundingClientRect();
        // What is there for those who hear the page only, such as the link past the menus before it has the focus.
        if (width <= 1 || height <= 1 || (width >= 24 && height >= 24)) return false;
        const line = target.closest("p, li, td, th, dd, dt, figcaption, blockquote, h1, h2, h3, h4");
        const around = line?.textContent?.trim().length ?? 0;
        return getComputedStyle(target).display !== "inline" || around <= (target.textContent?.trim().length ?? 0) + 1;
      })
      .map(
        (each) =>
          `${Math.round(each.getBoundingClientRect().width)}×${Math.round(each.getBoundingClientRect().height)} ${named(each)}`,
      );
  };

  /** 2.4.11: what has the focus is not all hidden, going backwards, as a bar at the top hides more then. */
  const hiddenFocus = () => {
    const stops = [
      ...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary, [tabindex]"),
    ]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0)
      .reverse();
    return stops
      .filter((stop) => {
        stop.focus();
        if (document.activeElement !== stop) return false;
        return ![...stop.getClientRects()].some(({ left, top, right, bottom, width, height }) => {
          if (!width || !height) return true;
          // Of what is larger than the window, the part that is in it.
          const between = (/** @type {number} */ low, /** @type {number} */ high, /** @type {number} */ end) => (
            (low = Math.max(low + 1, 0)),
            (high = Math.min(high - 1, end - 1)),
            [low, (low + high) / 2, high]
          );
          const xs = between(left, right, innerWidth);
          const ys = between(top, bottom, innerHeight);
          return xs.some((x) =>
            ys.some((y) => {
              const on = document.elementFromPoint(x, y);
              return on && (stop.contains(on) || on.contains(stop) || on.closest("label")?.control === stop);
            }),
          );
        });
      })
      .map(named);
  };

  /** 1.4.12: with the reader's spacing of text no line of it is cut off. */
  const cutText = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
                       p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets.push(sheet);
    const cut = [...document.body.querySelectorAll("*")]
      .filter((each) => {
        const style = getComputedStyle(each);
        const hides = /hidden|clip/.test(style.overflowX + style.overflowY);
        if (!hides || !each.textContent?.trim() || each.clientWidth <= 1 || each.clientHeight <= 1) return false;
        if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
        return each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
      })
      .map(named);
    const wide = twoWays();
    document.adoptedStyleSheets.pop();
    return [...cut, ...wide];
  };

  /** @param {string} colour As computed */
  const parts = (colour) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, under) => top.slice(0, 3).map((each, i) => each * top[3] + under[i] * (1 - top[3]));
  const light = (colour) => {
    const [r, g, b] = colour.map((each) => ((each /= 255) <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  /** What is drawn behind a text of a drawing: the last shape before it that holds its middle. */
  const shapeBehind = (/** @type {SVGElement} */ text) => {
    const { left, top, width, height } = text.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const shapes = [...(text.ownerSVGElement?.querySelectorAll("rect, circle, ellipse, path, polygon") ?? [])];
    return shapes
      .filter((each) => {
        const box = each.getBoundingClientRect();
        const isBefore = text.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING;
        const isIn = box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
        return isBefore && isIn && getComputedStyle(each).fill !== "none";
      })
      .pop();
  };

  /** 1.4.3 for text that axe leaves undecided: computed colours, each ground laid over that of the element around it. */
  const contrast = (/** @type {string} */ selector) => {
    const element = document.querySelector(selector);
    if (!element) return "gone";
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGElement;
    const grounds = [];
    for (let each = element; each; each = each.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(each);
      if (backgroundImage !== "none" && !backgroundImage.startsWith("url(")) return "a gradient";
      const ground = parts(backgroundColor);
      grounds.unshift(ground);
      if (ground[3] === 1) break;
    }
    const shape = isDrawn && shapeBehind(element);
    if (shape) grounds.push(parts(getComputedStyle(shape).fill));
    const ground = grounds.reduce((under, top) => over(top, under), [255, 255, 255]);
    const text = over(parts(isDrawn ? style.fill : style.color), ground);
    const [low, high] = [light(text), light(ground)].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    return ratio >= least ? "" : `${ratio.toFixed(2)} of ${least}`;
  };

  globalThis.sweep = { smallTargets, twoWays, hiddenFocus, cutText, contrast };
})();
