package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import studio.backprop.store.Sample;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.edit.Lens;

/**
 * The canvas of every sample, narrow in every lens and wide in some, in both languages: no text is cut short, lies on another text or is
 * smaller than a person can read. With {@code -Dcanvas.samples=circles,xor} only of these.
 */
@Tag("story")
class EveryCanvasTest {
  private static final int STEPS = 3;
  /** Px of the smallest letters. */
  private static final double READABLE = 10.99;
  private static final List<Lens> LENSES = List.of(Lens.values());
  /** Where there is more room, those with the fewest and the most words. */
  private static final List<Lens> WIDE_LENSES = List.of(Lens.STRUCTURE, Lens.GRADIENTS);
  private static final double WIDE = 1600;
  /** What is seen first must be seen well. */
  private static final List<String> LARGE = List.of("circles", "digits-cnn", "recall-lstm");
  private static final double LEAST_ZOOM = 0.9;
  private static final List<String> SAMPLES = Arrays.asList(System.getProperty("canvas.samples", "").split(","));

  private final List<String> small = new ArrayList<>();
  private StudioWindow window;

  @Test
  void everyTextCanBeRead() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
    Map<double[], Inspection> sizes = new LinkedHashMap<>();
    for (double[] size : new double[][] {{1280, 720}, {WIDE, 960}}) {
      sizes.put(size, new Inspection(window, size[0], size[1], ".designer"));
    }
    try {
      for (Sample sample : Sample.all()) {
        if (SAMPLES.contains("") || SAMPLES.contains(sample.name())) {
          window.open(Path.of(sample.name()));
          window.playSteps(STEPS);
          sizes.forEach((size, inspection) -> {
            window.resize(size[0], size[1]);
            look(sample.name(), size[0] == WIDE ? WIDE_LENSES : LENSES, inspection);
          });
          window.speak(Texts.ENGLISH);
        }
      }
    } finally {
      window.close();
    }
    assertThat(Stream.concat(sizes.values().stream().flatMap(inspection -> inspection.faults().stream()), small.stream()).toList())
        .isEmpty();
  }

  private void look(String sample, List<Lens> lenses, Inspection inspection) {
    for (Texts texts : Texts.all()) {
      inspection.speak(texts);
      for (Lens lens : lenses) {
        window.choose(lens);
        inspection.look(sample + " " + lens);
        double letters = window.onScreen(() -> LayoutFaults.letters(window.all(".designer-node"))).stream().min(Double::compare)
            .orElse(READABLE);
        double zoom = window.zoomOfCanvas();
        if (letters < READABLE) {
          small.add("%s %s: letters of %.1f px at a zoom of %.0f %%".formatted(sample, lens, letters, 100 * zoom));
        }
        if (lens == Lens.GRADIENTS && LARGE.contains(sample) && zoom < LEAST_ZOOM) {
          small.add("%s %s: a zoom of %.0f %%".formatted(sample, lens, 100 * zoom));
        }
      }
    }
  }
}
