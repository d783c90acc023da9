package studio.backprop.ui.watch.time;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import studio.backprop.data.Progress;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Film;
import studio.backprop.ui.kit.PngPicture;

/**
 * File of a time-lapse: an animated GIF or, by its extension, a PNG series.
 *
 * @param steps of the pictures, in their order
 */
record LapseFile(Path file, List<Long> steps) {
  static final String GIF = ".gif";
  static final String PNG = ".png";

  private static final int HUNDREDTHS = 12;
  private static final int LAST_HUNDREDTHS = 200;

  /** Writes all pictures or, if cancelled, none. @return the result */
  Message write(List<BufferedImage> pictures, Progress progress) {
    List<Path> written = new ArrayList<>();
    try {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(PNG)) {
        writeSeries(pictures, progress, written);
        return Message.of("lapse.saved_series", pictures.size(), named(0), named(pictures.size() - 1));
      }
      writeFilm(pictures, progress);
      return Message.of("lapse.saved", pictures.size(), file.getFileName().toString());
    } catch (StoreProblem problem) {
      return problem.sentence();
    } catch (CancellationException e) {
      written.forEach(LapseFile::delete);
      return Message.of("lapse.ended");
    } catch (OutOfMemoryError e) {
      written.forEach(LapseFile::delete);
      return Message.of("lapse.memory", pictures.size());
    }
  }

  private void writeFilm(List<BufferedImage> pictures, Progress progress) throws StoreProblem {
    Film film = new Film();
    for (int i = 0; i < pictures.size(); i++) {
      film.add(pictures.get(i), i == pictures.size() - 1 ? LAST_HUNDREDTHS : HUNDREDTHS);
    }
    AtomicFile.write(file, out -> film.write(out, picture -> progress.step(picture, pictures.size())));
  }

  private void writeSeries(List<BufferedImage> pictures, Progress progress, List<Path> written) throws StoreProblem {
    for (int i = 0; i < pictures.size(); i++) {
      progress.step(i, pictures.size());
      BufferedImage picture = pictures.get(i);
      Path one = file.resolveSibling(named(i));
      AtomicFile.write(one, out -> PngPicture.write(picture, out));
      written.add(one);
    }
  }

  /** The file name of each picture of a series contains its step. */
  private String named(int picture) {
    String name = file.getFileName().toString();
    return String.format(Locale.ROOT, "%s-%08d%s", name.substring(0, name.length() - PNG.length()), steps.get(picture), PNG);
  }

  private static void delete(Path one) {
    try {
      Files.deleteIfExists(one);
    } catch (IOException e) {
      // a complete picture that stays
    }
  }
}
