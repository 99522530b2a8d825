import { mount } from "svelte";
// First: what a component says of itself wins over what holds everywhere.
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import App from "./App.svelte";
import { startRouter } from "./lib/router.svelte.ts";

startRouter();
mount(App, { target: document.getElementById("app")! });
