package studio.backprop.lesson.play;

/** Progress listener that can cancel. Called on the working thread. */
public interface Progression {
  Progression NONE = done -> true;

  /** @param done from 0 to 1 @return whether to continue */
  boolean reached(double done);
}
