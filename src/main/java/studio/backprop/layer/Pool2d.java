package studio.backprop.layer;

import java.util.List;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Base of 2D pooling layers, which are channelwise. */
interface Pool2d extends Layer {
  Size kernel();

  Size stride();

  Padding padding();

  Size pad();

  @Override
  default Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    boolean blind = padding() == Padding.EXPLICIT && (pad().height() >= kernel().height() || pad().width() >= kernel().width());
    return blind ? Inference.refuses("refuse.pool_padding", pad().toString(), kernel().toString()) : window().over(in, in.size(0));
  }

  @Override
  default Ties ties(List<Shape> inputs) {
    Shape image = inputs.get(0);
    return WindowTies.images(window().down(image), window().across(image), image.size(0), image.size(0), image.size(0));
  }

  @Override
  default Message summary() {
    return window().summary(kernel());
  }

  default SlidingWindow window() {
    return new SlidingWindow(kernel(), stride(), Size.square(1), padding(), pad());
  }

  @Override
  default Layout layout() {
    return Layout.EITHER;
  }
}
