/* What follows the reader down a page. It is loaded at the first scrolling: who reads only what is on the screen never
   needs it. */
import { followContents } from "./page/contents.js";
import { offerTop } from "./page/top.js";

followContents();
offerTop();
