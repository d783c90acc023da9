package studio.backprop.evaluate;

import studio.backprop.data.Dataset;

/** What the targets are that are judged. */
public enum TargetKind {
  /** One of each example, or the nodes of a graph. */
  SINGLE,
  /** One at each place of a sequence. */
  SEQUENCE,
  /** One at each pixel of a picture. */
  PIXELS;

  /** What those of a dataset are. */
  public static TargetKind of(Dataset data) {
    if (data.answersArePicture()) {
      return PIXELS;
    }
    return data.answers() > 1 && data.graph().isEmpty() ? SEQUENCE : SINGLE;
  }
}
