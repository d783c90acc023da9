package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.store.Sample;
import studio.backprop.text.Texts;
import studio.backprop.ui.designer.Lens;

/**
 * The canvas of every sample in every lens, wide and narrow, in both languages: no text is cut short, leaves its node, lies on another text or is
 * smaller than a person can read. With {@code -Dcanvas.samples=circles,xor} only of these.
 */
class EveryCanvasTest {
  private static final int STEPS = 3;
  /** Px of the smallest letters. */
  private static final double READABLE = 10.99;
  private static final Set<Lens> LENSES = System.getProperty("canvas.lens") != null ? EnumSet.of(Lens.valueOf(System.getProperty("canvas.lens"))) : EnumSet.range(Lens.STRUCTURE, Lens.CHANGE);
  private static final List<String> SAMPLES = Arrays.asList(System.getProperty("canvas.samples", "").split(","));

  private final List<String> small = new ArrayList<>();
  private StudioWindow window;

  @ParameterizedTest
  @CsvSource({"1280, 720", "1600, 960"})
  void everyTextCanBeRead(double width, double height) throws TimeoutException {
    window = StudioWindow.show(width, height);
    Inspection inspection = new Inspection(window, width, height, ".designer");
    try {
      for (Sample sample : Sample.all()) {
        if (SAMPLES.contains("") || SAMPLES.contains(sample.name())) {
          look(sample.name(), inspection);
        }
      }
    } finally {
      window.close();
    }
    assertThat(Stream.concat(inspection.faults().stream(), small.stream()).toList()).isEmpty();
  }

  private void look(String sample, Inspection inspection) {
    window.open(Path.of(sample));
    window.playSteps(STEPS);
    for (Texts texts : Texts.all()) {
      inspection.speak(texts);
      for (Lens lens : LENSES) {
        window.choose(lens);
        inspection.look(sample + " " + lens);
        double letters = window.onScreen(() -> LayoutFaults.letters(window.all(".designer-node .text"))).stream().min(Double::compare).orElse(READABLE);
        if (letters < READABLE) {
          small.add("%s %s: letters of %.1f px at a zoom of %.0f %%".formatted(sample, lens, letters, 100 * window.zoomOfCanvas()));
        }
      }
    }
    inspection.speak(Texts.ENGLISH);
  }
}
