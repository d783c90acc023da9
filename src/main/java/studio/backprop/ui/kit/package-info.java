/**
 * Design system: colours, fonts, icons, motion, small controls, number formats, and the frame pulse. {@link Pulse} is the only way from
 * other threads to the JavaFX thread, and {@link FramePulse} the only caller of {@code Platform.runLater}; {@link Lang} is the reader's
 * language; {@link Veil} hides numbers that a lesson asks for (decision 53); {@link Terms} explains words of the glossary; {@link Command}
 * is what a room offers to menus and keys; {@link Painting} writes text on canvases so that tests can measure it (decision 30). Knows no
 * network and no training.
 */
package studio.backprop.ui.kit;
