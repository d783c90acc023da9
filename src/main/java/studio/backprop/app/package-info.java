/**
 * Program entry point and composition root: creates windows, gives each room its models, and connects rooms that may not know each other.
 * {@link Launcher} starts the program, {@link Windows} opens windows. {@link WindowParts} holds what a window has before its rooms
 * (models, trainer, frame); the two kinds of window are {@link WorkWindow} and {@link LessonWindow}; {@link Wiring} makes the rooms, and
 * classes named {@code …Room} ({@link PaletteRoom}, {@link TimeRoom}) each connect one. Rooms are made in pieces on the JavaFX thread,
 * behind the start screen ({@link Making}). May use every room.
 */
package studio.backprop.app;
