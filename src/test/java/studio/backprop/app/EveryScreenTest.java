package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.SteadyRobot;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Every screen, wide and narrow, in both languages: no text is cut short, nothing covers anything else, everything has a name. */
@Tag("story")
class EveryScreenTest {
  private final FxRobot person = new SteadyRobot();
  private StudioWindow window;
  private Inspection inspection;

  @ParameterizedTest
  @CsvSource({"1600, 960", "1280, 720"})
  void everythingCanBeRead(double width, double height) throws TimeoutException {
    window = StudioWindow.showStart(width, height);
    inspection = new Inspection(window, width, height);
    try {
      everyScreen();
    } finally {
      window.close();
    }
    assertThat(inspection.faults()).isEmpty();
  }

  private void everyScreen() {
    window.open(Project.EMPTY);
    look("empty canvas");
    window.open(Path.of("digits-cnn"));
    look("settings of the project");
    everySetting();
    everyLens();
    panels();
    timeMachine();
    window.choose(Lens.STRUCTURE);
    debugger();
    presenter();
    twins();
    search();
    problems();
  }

  /** Also those of the project that have to be scrolled to. */
  private void everySetting() {
    tabs(".inspector .tab-pane").forEach(tab -> {
      window.onScreen(() -> {
        tab.getTabPane().getSelectionModel().select(tab);
        return null;
      });
      scrollInspectorTo(1);
      look("end of the inspector's page " + tab.getText());
    });
    scrollInspectorTo(0);
  }

  private void scrollInspectorTo(double place) {
    window.nextFrames();
    window.onScreen(() -> {
      window.find(".inspector").lookupAll(".scroll-pane").stream().map(ScrollPane.class::cast).forEach(pane -> pane.setVvalue(place));
      return null;
    });
    window.nextFrames();
  }

  private void everyLens() {
    for (Lens lens : Lens.values()) {
      window.choose(lens);
      look("lens " + lens);
    }
    window.open(Path.of("circles"));
    window.choose(Lens.GRADIENTS);
    window.train();
    look("trained");
    select(document().network().nodes().stream().map(Node::id).toList());
    look("inspector of several");
    select(List.of(2));
    tabs(".inspector .tab-pane").forEach(tab -> {
      window.onScreen(() -> {
        tab.getTabPane().getSelectionModel().select(tab);
        return null;
      });
      look("inspector tab " + tab.getText());
    });
  }

  private void timeMachine() {
    TimeTraveller traveller = new TimeTraveller(window);
    window.open(Path.of("circles"));
    window.showRoom(TimeTraveller.ROOM);
    look("time machine before the first step");
    window.showRoom(TimeTraveller.ROOM);
    traveller.train(60);
    traveller.branch(25, Message.of("branch.rate", "0.1"), project -> project.withTraining(training -> training.withRate(0.1)));
    traveller.lookAt(40);
    window.showRoom(TimeTraveller.ROOM);
    look("time machine with two branches");
    window.showRoom(0);
    window.choose(Lens.DIFFERENCE);
    window.until("compared", () -> window.run().branches().comparison().differenceProperty().get().isPresent());
    look("lens DIFFERENCE of two runs");
  }

  private void panels() {
    for (String sample : List.of("circles", "digits-cnn", "auto-mpg")) {
      window.open(Path.of(sample));
      window.showRoom(1);
      window.until("data", () -> !window.find("#show-examples").isDisabled());
      look("data of " + sample);
      window.press("show-examples");
      look("examples of " + sample);
      person.push(KeyCode.ESCAPE);
    }
    window.showRoom(0);
    person.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
    look("analyser");
    person.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.A);
  }

  private void debugger() {
    for (String sample : List.of("circles", "digits-cnn", "auto-mpg")) {
      window.open(Path.of(sample));
      person.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
      window.until("factors", () -> !window.all(".factor").isEmpty());
      look("debugger of " + sample);
      person.push(KeyCode.SPACE);
      window.until("the first op", () -> !window.all(".ops .cell:now").isEmpty());
      look("debugger of " + sample + " amid the passes");
      person.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
    }
  }

  private void twins() {
    window.open(Path.of("circles"));
    person.push(KeyCode.SHORTCUT, KeyCode.D);
    window.until("the lanes stand at the start", () -> !window.find("#twins-epoch").isDisabled());
    look("twin runs at their start");
    window.press("twins-epoch");
    window.until("an epoch is done", () -> ((Label) window.find("#verdict")).getText().contains("0."));
    look("twin runs after an epoch");
    window.press("edit-3");
    look("what a variant can do otherwise");
    person.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE).push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
    window.until("the tries are there", () -> window.shows(".tries-table .differs"));
    look("table of tries");
    person.push(KeyCode.ESCAPE);
  }

  private void search() {
    window.open(Path.of("search-digits"));
    person.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
    window.until("the search is there", () -> window.shows("#search-play"));
    look("search that has tried nothing");
    window.press("search-trial");
    window.until("a trial is done", () -> ((Label) window.find("#search-said")).getText().startsWith("Paused"));
    look("search after a trial");
    person.push(KeyCode.ESCAPE);
    window.open(Path.of("circles"));
    person.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
    look("search without a space");
    person.push(KeyCode.ESCAPE);
  }

  private void presenter() {
    person.push(KeyCode.F5);
    look("presenter");
    person.push(KeyCode.ESCAPE);
  }

  /** A wire that does not fit, and a training that breaks. */
  private void problems() {
    window.open(Path.of("digits-cnn"));
    window.onScreen(() -> {
      Network network = document().network();
      int flatten = network.named("flat_1").orElseThrow().id();
      int pool = network.sources(flatten).get(0).id();
      int dense = network.targets(flatten).get(0).id();
      document().edit(Message.of("edit.unwire"), n -> n.remove(List.of(flatten)).wire(pool, dense));
      document().select(List.of(dense));
      return null;
    });
    look("wrong wire");
  }

  private DocumentModel document() {
    return window.document();
  }

  private void select(List<Integer> nodes) {
    window.onScreen(() -> {
      document().select(nodes);
      return null;
    });
  }

  private List<Tab> tabs(String selector) {
    return List.copyOf(((TabPane) window.find(selector)).getTabs());
  }

  private void look(String screen) {
    inspection.lookInEachLanguage(screen);
  }
}
