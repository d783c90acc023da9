/**
 * Canvas model: selection, edits by gestures, clipboard, camera and layout. {@link DesignerModel} is the entry; {@link CanvasPlaces} and
 * {@link Proportions} compute where nodes lie and how high they are, {@link Tidy} arranges them.
 */
package studio.backprop.ui.design.designer.edit;
