/* The guide's own behaviour on every page; each part works alone and the page reads without it. */
import { connectLanguages } from "./page/language.js";
import { connectMenus } from "./page/menu.js";
import { measureTables } from "./page/tables.js";

connectMenus();
connectLanguages();
measureTables();
