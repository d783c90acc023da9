package studio.backprop.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Bundled greyscale images in four IDX files in <code>resources/data/&lt;id&gt;/</code>, with the original training and test split.
 *
 * @param classNames by label
 */
record BundledImages(List<String> classNames) implements DatasetInfo.Source {
  private static final int LARGEST_PIXEL = 255;

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    IdxFile train = images(info, "train");
    progress.step(1, 3);
    IdxFile test = images(info, "test");
    progress.step(2, 3);
    float[] pixels = joined(train, test);
    float[] labels = joined(labels(info, "train", train), labels(info, "test", test));
    progress.step(3, 3);
    return new Dataset(
        new Dataset.Description(
            info.id(), info.inputShape(), Task.CLASSES, List.of(), "label", classNames, LARGEST_PIXEL, test.count(), List.of()),
        pixels,
        labels);
  }

  private static IdxFile images(DatasetInfo info, String part) throws DataProblem {
    return read(info, part + "-images-idx3-ubyte.gz", 3);
  }

  private IdxFile labels(DatasetInfo info, String part, IdxFile images) throws DataProblem {
    String file = part + "-labels-idx1-ubyte.gz";
    IdxFile labels = read(info, file, 1);
    labels.requireLabels(file, images.count(), classNames.size());
    return labels;
  }

  private static IdxFile read(DatasetInfo info, String file, int axes) throws DataProblem {
    try {
      return IdxFile.read(file, BundledImages.class.getResourceAsStream("/data/" + info.id() + "/" + file), axes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] joined(IdxFile first, IdxFile second) {
    float[] joined = new float[first.bytes().length + second.bytes().length];
    for (int i = 0; i < first.bytes().length; i++) {
      joined[i] = first.unsigned(i);
    }
    for (int i = 0; i < second.bytes().length; i++) {
      joined[first.bytes().length + i] = second.unsigned(i);
    }
    return joined;
  }
}
