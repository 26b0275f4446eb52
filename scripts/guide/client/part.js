/* A part of the guide in another site's frame (/b/…): it tells the page around it how high it is, and what is a table in
   it stays one. */
import { tellHeight } from "./embed/height.js";
import { nameTables } from "./page/tables.js";

// As scheme.js says on whole pages: what only works with a script is shown now.
document.documentElement.classList.add("js");
const content = document.querySelector("main");
if (content && window.parent !== window) tellHeight(content, window.parent);
nameTables();
