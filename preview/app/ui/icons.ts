/**
 * The icons of the app, at 16 px. Each comes from its own file: the set's index would put two
 * thousand modules before every build.
 */
export { default as AppWindow } from "lucide-react/icons/app-window";
export { default as CalendarDays } from "lucide-react/icons/calendar-days";
export { default as Check } from "lucide-react/icons/check";
export { default as CheckCheck } from "lucide-react/icons/check-check";
export { default as ChevronDown } from "lucide-react/icons/chevron-down";
export { default as ChevronRight } from "lucide-react/icons/chevron-right";
export { default as CircleAlert } from "lucide-react/icons/circle-alert";
export { default as CircleCheck } from "lucide-react/icons/circle-check";
export { default as CircleHelp } from "lucide-react/icons/circle-question-mark";
export { default as Clock } from "lucide-react/icons/clock";
export { default as Columns2 } from "lucide-react/icons/columns-2";
export { default as Command } from "lucide-react/icons/command";
export { default as Contrast } from "lucide-react/icons/contrast";
export { default as Copy } from "lucide-react/icons/copy";
export { default as Crosshair } from "lucide-react/icons/crosshair";
export { default as Download } from "lucide-react/icons/download";
export { default as Eclipse } from "lucide-react/icons/eclipse";
export { default as Ellipsis } from "lucide-react/icons/ellipsis";
export { default as File } from "lucide-react/icons/file";
export { default as Grid2x2 } from "lucide-react/icons/grid-2x2";
export { default as Image } from "lucide-react/icons/image";
export { default as ImageOff } from "lucide-react/icons/image-off";
export { default as Inbox } from "lucide-react/icons/inbox";
export { default as Languages } from "lucide-react/icons/languages";
export { default as LayoutGrid } from "lucide-react/icons/layout-grid";
export { default as Mail } from "lucide-react/icons/mail";
export { default as Monitor } from "lucide-react/icons/monitor";
export { default as Moon } from "lucide-react/icons/moon";
export { default as PanelLeft } from "lucide-react/icons/panel-left";
export { default as Paperclip } from "lucide-react/icons/paperclip";
export { default as Plus } from "lucide-react/icons/plus";
export { default as RotateCcw } from "lucide-react/icons/rotate-ccw";
export { default as Scaling } from "lucide-react/icons/scaling";
export { default as Search } from "lucide-react/icons/search";
export { default as Send } from "lucide-react/icons/send";
export { default as Shuffle } from "lucide-react/icons/shuffle";
export { default as SlidersHorizontal } from "lucide-react/icons/sliders-horizontal";
export { default as Smartphone } from "lucide-react/icons/smartphone";
export { default as SquarePen } from "lucide-react/icons/square-pen";
export { default as SquareSplit } from "lucide-react/icons/square-split-horizontal";
export { default as Sun } from "lucide-react/icons/sun";
export { default as Trash2 } from "lucide-react/icons/trash-2";
export { default as X } from "lucide-react/icons/x";
