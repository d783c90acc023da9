package studio.backprop.layer;

import java.util.List;
import java.util.Optional;
import studio.backprop.op.Builder;
import studio.backprop.op.Upsample;
import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Range;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;

/**
 * Nearest-neighbour upsampling.
 *
 * @param scale factors
 */
public record Upsample2d(@Range(min = 1, max = 64) Size scale) implements Layer {
  @Override
  public Inference infer(List<Shape> inputs) {
    Shape in = inputs.get(0);
    return in.rank() == 3
        ? Inference.gives(Shape.of(in.size(0), in.size(1) * scale.height(), in.size(2) * scale.width()))
        : Inference.refuses("refuse.needs_image", in);
  }

  @Override
  public Ties ties(List<Shape> inputs) {
    Shape image = inputs.get(0);
    WindowAxis down = new WindowAxis(image.size(1) * scale.height(), scale.height(), scale.height(), 1, 0, 0);
    WindowAxis across = new WindowAxis(image.size(2) * scale.width(), scale.width(), scale.width(), 1, 0, 0);
    return WindowTies.images(down, across, image.size(0), image.size(0), image.size(0)).backwards();
  }

  @Override
  public Layout layout() {
    return Layout.EITHER;
  }

  @Override
  public String formula() {
    return "a_{c,\\,i,\\,j} = x_{c,\\,\\lfloor i/s \\rfloor,\\,\\lfloor j/s \\rfloor}";
  }

  @Override
  public Optional<String> sign() {
    return Optional.of("");
  }

  @Override
  public Tensor build(Builder builder, List<Tensor> inputs) {
    return builder.add(new Upsample(builder, "output", inputs.get(0), scale.height(), scale.width()));
  }

  @Override
  public Message summary() {
    return Message.of("summary.plain", scale.toString());
  }
}
