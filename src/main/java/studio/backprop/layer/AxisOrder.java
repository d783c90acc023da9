package studio.backprop.layer;

import studio.backprop.setting.Setting;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Permutations of the axes of a sequence or an image, named by the original axes. */
public enum AxisOrder {
  FEATURE_TIME(1, 0),
  HEIGHT_WIDTH_CHANNEL(1, 2, 0),
  WIDTH_CHANNEL_HEIGHT(2, 0, 1),
  CHANNEL_WIDTH_HEIGHT(0, 2, 1),
  HEIGHT_CHANNEL_WIDTH(1, 0, 2),
  WIDTH_HEIGHT_CHANNEL(2, 1, 0);

  private final int[] axes;

  AxisOrder(int... axes) {
    this.axes = axes;
  }

  public Message title() {
    return Setting.choiceTitle(this);
  }

  /** For each output axis, the input axis. */
  int[] axes() {
    return axes.clone();
  }

  boolean fits(Shape in) {
    return in.rank() == axes.length;
  }

  Shape of(Shape in) {
    int[] sizes = axes.clone();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = in.size(axes[i]);
    }
    return Shape.of(sizes);
  }
}
