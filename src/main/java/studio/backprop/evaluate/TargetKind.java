package studio.backprop.evaluate;

import studio.backprop.data.Dataset;

/** Granularity of targets. */
public enum TargetKind {
  /** One per example or graph node. */
  SINGLE,
  /** One per position of a sequence. */
  SEQUENCE,
  /** One per pixel. */
  PIXELS;

  public static TargetKind of(Dataset data) {
    if (data.answersArePicture()) {
      return PIXELS;
    }
    return data.answers() > 1 && data.graph().isEmpty() ? SEQUENCE : SINGLE;
  }
}
