package studio.backprop.lesson.play;

/** Hears how far a lesson is that is being made or tried, and may end it. Called on the thread that works. */
public interface Progression {
  /** No listener. */
  Progression NONE = done -> true;

  /** @param done from 0 to 1 @return whether to go on */
  boolean reached(double done);
}
