package studio.backprop.layer;

import java.util.List;
import studio.backprop.op.Builder;
import studio.backprop.op.MaxPool;
import studio.backprop.setting.Range;
import studio.backprop.setting.Shown;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Tensor;

/**
 * Max pooling.
 *
 * @param kernel window size
 * @param pad for explicit padding, on each side
 */
public record MaxPool2d(
    @Range(min = 1, max = 64) Size kernel,
    @Range(min = 1, max = 64) Size stride,
    Padding padding,
    @Shown(when = "padding", is = "EXPLICIT") @Range(min = 0, max = 63) Size pad)
    implements Pool2d {

  /** Non-overlapping square windows. */
  public static MaxPool2d of(int side) {
    return new MaxPool2d(Size.square(side), Size.square(side), Padding.VALID, Size.square(0));
  }

  @Override
  public String formula() {
    return "a_{c,\\,i,\\,j} = \\max_{u,\\,v}\\;x_{c,\\,si+u,\\,sj+v}";
  }

  @Override
  public boolean keepsStrongest() {
    return true;
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    Tensor x = inputs.get(0);
    return builder.add(new MaxPool(builder, "output", x, window().down(x.shape()), window().across(x.shape())));
  }
}
