/** What the canvas shows and how it is edited: the model, gestures’ edits, the camera, and where things lie. */
package studio.backprop.ui.design.designer.edit;
