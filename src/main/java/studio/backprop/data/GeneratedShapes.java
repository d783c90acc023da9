package studio.backprop.data;

import java.util.List;
import studio.backprop.data.generate.ShapePicture;
import studio.backprop.tensor.Seeds;

/** Synthetic semantic segmentation: grey images of shapes with a mask, a class for every pixel. */
record GeneratedShapes() implements DatasetInfo.Source {
  @Override
  public boolean isGenerated() {
    return true;
  }

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) {
    ShapePicture pictures = new ShapePicture(new Seeds(settings.seed()).source("shapes"), settings.noise());
    int pixels = ShapePicture.SIDE * ShapePicture.SIDE;
    float[] inputs = new float[pixels * settings.points()];
    float[] masks = new float[pixels * settings.points()];
    for (int row = 0; row < settings.points(); row++) {
      pictures.draw(inputs, masks, row * pixels);
      progress.step(row + 1, settings.points());
    }
    return new Dataset(
        new Dataset.Description(
            info.id(), info.inputShape(), Task.CLASSES, List.of(), "pixel", List.of("background", "shape"), ShapePicture.LARGEST,
            info.answers(), 0, 0, Content.MEASURES, List.of()),
        inputs,
        masks);
  }
}
