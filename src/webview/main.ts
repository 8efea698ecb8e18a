import { editorPalette, sceneStyles } from '../diagram';
import { makePicture } from './canvas/makePicture';
import { DiagramPage } from './page';
import { registerControls } from './controls';
import { connectHost } from './host';

// A sheet made by script is allowed where an inline style is not, and holds only the editor's own colours.
const sheet = new CSSStyleSheet();
sheet.replaceSync(sceneStyles(editorPalette));
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

registerControls();
new DiagramPage(document.body, connectHost(), makePicture).start();
