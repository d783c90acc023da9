package studio.backprop.data;

import java.util.SplittableRandom;
import studio.backprop.data.generate.PointGenerator;
import studio.backprop.tensor.Seeds;

/**
 * Denoising dataset: another dataset's images with noise; the target is the clean image.
 *
 * @param of the other dataset's id
 */
record NoisyCopy(String of, DatasetInfo.Source source) implements DatasetInfo.Source {
  @Override
  public boolean isNoisy() {
    return true;
  }

  @Override
  public Dataset load(DatasetInfo info, DataSettings settings, Progress progress) throws DataProblem {
    Dataset clean = new CopiedImages(of, source).load(info, settings, progress);
    SplittableRandom random = new Seeds(settings.seed()).source("noise");
    float largest = clean.about().largestPixel();
    float[] noisy = new float[clean.rows() * clean.width()];
    for (int i = 0; i < noisy.length; i++) {
      double seen = clean.input(i / clean.width(), i % clean.width()) + settings.noise() * largest * PointGenerator.gaussian(random);
      noisy[i] = (float) Math.max(0, Math.min(largest, seen));
    }
    return clean.seenAs(noisy);
  }
}
