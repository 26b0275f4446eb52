/* A part of the guide in another site's frame (/b/…): all it does is to tell the page around it how high it is. */
import { tellHeight } from "./embed/height.js";

const content = document.querySelector("main");
if (content && window.parent !== window) tellHeight(content, window.parent);
