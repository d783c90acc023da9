/**
 * The look and the building blocks that every part of the window shares: colours, fonts, icons, motion, the pulse that leads from
 * other threads to the screen, the reader's language, and small controls. Knows nothing of networks or training.
 */
package studio.backprop.ui.kit;
