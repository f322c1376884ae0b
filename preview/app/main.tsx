import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/controls.css";
import "./ui/forced-colors.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { ClientContext, createClient } from "./data/client.ts";
import { readInitialState } from "./data/initial-state.ts";
import { ActionsProvider } from "./keys/actions.tsx";
import { ManageProvider } from "./manage/manage-provider.tsx";
import { applyAppTheme } from "./ui/app-theme.ts";
import { NoticesProvider } from "./ui/notices.tsx";
import { TooltipLayer } from "./ui/tooltip-layer.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("Cannot start: the page has no #root; serve preview/index.html");

applyAppTheme();
createRoot(root).render(
  <ClientContext value={createClient(readInitialState())}>
    <ActionsProvider>
      <NoticesProvider>
        <ManageProvider>
          <App />
        </ManageProvider>
        <TooltipLayer />
      </NoticesProvider>
    </ActionsProvider>
  </ClientContext>,
);
