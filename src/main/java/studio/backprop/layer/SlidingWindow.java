package studio.backprop.layer;

import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Settings of a window over an image. */
record SlidingWindow(Size kernel, Size stride, Size dilation, Padding padding, Size pad) {
  WindowAxis down(Shape image) {
    return padding.along(image.size(1), kernel.height(), stride.height(), dilation.height(), pad.height());
  }

  WindowAxis across(Shape image) {
    return padding.along(image.size(2), kernel.width(), stride.width(), dilation.width(), pad.width());
  }

  /** Output shape with that many channels, or an error. */
  Inference over(Shape image, int channels) {
    if (image.rank() != 3) {
      return Inference.refuses("refuse.needs_image", image);
    }
    WindowAxis down = down(image);
    WindowAxis across = across(image);
    if (!down.fits() || !across.fits()) {
      Size reach = new Size(down.reach(), across.reach());
      return Inference.refuses("refuse.window_too_large", reach.toString(), new Size(image.size(1), image.size(2)).toString());
    }
    return Inference.gives(Shape.of(channels, down.steps(), across.steps()));
  }

  /** One number if square. */
  static String inShort(Size size) {
    return size.height() == size.width() ? String.valueOf(size.height()) : size.toString();
  }

  /** Such as {@code 3×3 same}; stride and dilation only if not default. */
  Message summary(Size usualStride) {
    Message window = padding.after(kernel.toString(), inShort(pad));
    Message stepping = stride.equals(usualStride) ? window : Message.of("summary.stride", window, inShort(stride));
    return dilation.equals(Size.square(1)) ? stepping : Message.of("summary.dilation", stepping, inShort(dilation));
  }
}
