import { mount } from "svelte";
import App from "./App.svelte";
import { startRouter } from "./lib/router.svelte.ts";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";

startRouter();
mount(App, { target: document.getElementById("app")! });
