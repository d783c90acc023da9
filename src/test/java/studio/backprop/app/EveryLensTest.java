package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.ui.design.designer.edit.Lens;

/** As {@link EveryScreenTest}, for each kind of node seen from inside, by each lens. */
@Tag("story")
class EveryLensTest {
  private static final int STEPS = 3;
  /** All where pictures are taken for a person to look at; otherwise the values, and their change, of which most is said. */
  private static final boolean PICTURES = System.getProperty("pictures.of.all") != null;
  private static final List<KeyCode> LENSES =
      PICTURES ? List.of(KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT2) : List.of(KeyCode.DIGIT5, KeyCode.DIGIT2);

  private StudioWindow window;
  private Inspection inspection;
  private final Set<LayerType> known = new HashSet<>();

  @Test
  void eachKindOfTheCatalogIsAmongThem() {
    Set<LayerType> seen = new HashSet<>();
    KindProjects.all().values().forEach(project -> project.network().nodes().forEach(node -> seen.add(node.type())));
    assertThat(seen).as("a layer that takes neither an image nor a row needs a project in KindProjects").containsAll(LayerCatalog.types());
  }

  /** What is cut is cut where there is little room; pictures are taken in both sizes. */
  static Stream<Arguments> sizes() {
    return Stream.of(Arguments.of(1280, 720), Arguments.of(1600, 960)).limit(PICTURES ? 2 : 1);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void everythingCanBeRead(double width, double height) throws TimeoutException {
    window = StudioWindow.show(width, height);
    inspection = new Inspection(window, width, height);
    try {
      for (Map.Entry<String, Project> each : KindProjects.all().entrySet()) {
        window.open(each.getValue());
        train();
        if (PICTURES) {
          canvas(each.getKey());
        }
        fromInside(each.getKey(), each.getValue().network().nodes());
      }
    } finally {
      window.close();
    }
    assertThat(inspection.faults()).isEmpty();
  }

  private void train() {
    window.onScreen(() -> {
      window.run().trainer().playSteps(STEPS);
      return null;
    });
    window.until("trained", () -> window.run().snapshot().filter(seen -> seen.step() == STEPS).isPresent() && !window.run().playing());
  }

  private void canvas(String name) {
    for (Lens lens : List.of(Lens.ACTIVATIONS, Lens.GRADIENTS, Lens.WEIGHTS, Lens.CHANGE)) {
      window.choose(lens);
      inspection.lookInEachLanguage("canvas " + name + " " + lens);
    }
  }

  private void fromInside(String name, List<Node> nodes) {
    window.onScreen(() -> {
      window.document().select(List.of(nodes.get(0).id()));
      return null;
    });
    window.command("lens.open");
    for (int i = 0; i < nodes.size(); i++) {
      window.until("its numbers are there", () -> window.shows(".lens .inside > *") && !step().isEmpty());
      String node = window.onScreen(() -> ((Label) window.find(".lens .crumbs .strong")).getText());
      LayerType type = window.document().network().named(node).orElseThrow().type();
      boolean again = !known.add(type) && !type.id().equals("output");
      for (KeyCode lens : again ? List.<KeyCode>of() : LENSES) {
        window.key(lens);
        String screen = "inside " + name + " " + node + " " + lens;
        if (PICTURES || lens == KeyCode.DIGIT2) {
          inspection.lookInEachLanguage(screen);
        } else {
          inspection.look(screen);
        }
      }
      window.key(KeyCode.PAGE_DOWN);
    }
    window.key(KeyCode.ESCAPE);
  }

  private String step() {
    return ((Label) window.find(".lens > .foot > .note")).getText();
  }
}
