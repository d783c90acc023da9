package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import studio.backprop.data.Part;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.Sight;

/** Nothing of a project is left on the pages when another one is opened. */
@Tag("story")
class OtherProjectStoryTest {
  private StudioWindow window;

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void trained(String sample, String page) {
    window.open(Path.of(sample));
    window.playSteps(40);
    window.command("command." + page);
  }

  @Test
  void aMeanHasNoColourOfAClass() throws Exception {
    window = StudioWindow.show(1600, 960);
    for (String sample : List.of("wine", "breast-cancer")) {
      trained(sample, "metrics");
      window.until("the classes", () -> coloured().size() == (sample.equals("wine") ? 3 : 2));
      assertThat(coloured()).doesNotContain("macro", "weighted", "micro");
    }
  }

  private List<String> coloured() {
    return window.all(".class-table .grid-row").stream().map(node -> (Label) node).filter(label -> label.getGraphic() != null)
        .map(Label::getText).toList();
  }

  /** A field of the project before has the keys, and is gone: Space is for the network, and not for what stands in its place. */
  @Test
  void theKeysAreForTheNetworkOfAnotherProject() throws Exception {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("gan-ring"));
    window.onScreen(() -> {
      window.all(".inspector .text-input").stream().filter(Sight::of).findFirst().orElseThrow().requestFocus();
      return null;
    });
    window.open(Path.of("acrobot-ppo"));
    window.nextFrames();
    assertThat(window.<Boolean>onScreen(() -> window.find(".designer-canvas").isFocused())).isTrue();
  }

  /** The link that placed them is gone, and the keys are not for what stands beside it. */
  @Test
  void theKeysAreForTheNetworksThatALinkHasPlaced() throws Exception {
    window = StudioWindow.show(1600, 960);
    window.command("command.new");
    for (String link : List.of("#build-agent", "#build-gan")) {
      window.until("an empty canvas", () -> window.shows(link));
      window.onScreen(() -> {
        Hyperlink build = (Hyperlink) window.find(link);
        build.requestFocus();
        build.fire();
        return null;
      });
      window.nextFrames();
      assertThat(window.document().network().nodes()).isNotEmpty();
      assertThat(window.<Boolean>onScreen(() -> window.find(".designer-canvas").isFocused())).as(link).isTrue();
      window.command("command.undo");
      assertThat(window.document().network().nodes()).isEmpty();
    }
  }

  @Test
  void theFirstExampleIsTheChosenOne() throws Exception {
    window = StudioWindow.show(1600, 960);
    window.open(Path.of("digits-cnn"));
    window.onScreen(() -> {
      window.run().observation().chooseExample(new Example(Part.VALIDATION, 120));
      return null;
    });
    window.open(Path.of("wine"));
    window.nextFrames();
    assertThat(window.run().observation().exampleProperty().get()).isEqualTo(Example.FIRST);
  }

  @Test
  void thePartsOfEmbeddingHaveTheCountsOfTheData() throws Exception {
    window = StudioWindow.show(1600, 960);
    trained("breast-cancer", "embedding");
    window.until("breast-cancer", () -> part().contains("114"));
    trained("auto-mpg", "embedding");
    window.until("auto-mpg", () -> part().contains("80"));
  }

  private String part() {
    ComboBox<?> part = (ComboBox<?>) window.find("#embedding-part");
    return part.getButtonCell() == null || part.getButtonCell().getText() == null ? "" : part.getButtonCell().getText();
  }

  /** By their keys and from the list of commands: what is lacking is said, and nothing happens unsaid. */
  @Test
  void thePagesOfAnIncompleteNetworkSayWhatIsLacking() throws Exception {
    window = StudioWindow.show(1600, 960);
    window.command("command.new");
    window.until("an empty canvas", () -> window.run().runProperty().get() == null);
    for (String page : List.of("metrics", "folds", "features", "embedding", "explain")) {
      window.command("command." + page);
      window.until(page, () -> window.all(".empty-state .label").stream().map(node -> ((Label) node).getText())
          .anyMatch(text -> text.contains("network first") || text.contains("Complete the network")));
    }
  }

  /** Numbers of the pages that have a picture of points or bars, as the other pages have them. */
  @Test
  void embeddingAndExplainAreTakenAlongAsCsv() throws Exception {
    window = StudioWindow.show(1600, 960);
    trained("iris", "embedding");
    window.until("the points", () -> window.shows("#embedding-again") && window.shows("#export-embedding"));
    List<String> points = copied("#export-embedding").lines().toList();
    assertThat(points.get(0)).isEqualTo("part,row,class,x,y,data_row");
    assertThat(points).hasSize(31).anyMatch(line -> line.startsWith("validation,30,"));
    window.command("command.explain");
    window.until("the attributions", () -> window.shows("#export-explain"));
    List<String> reasons = copied("#export-explain").lines().toList();
    assertThat(reasons.get(0)).isEqualTo("part,row,of,versus,step,method,input,attribution");
    assertThat(reasons).filteredOn(line -> line.contains(",integrated_gradients,")).hasSize(4);
  }

  private String copied(String button) {
    return window.onScreen(() -> {
      Button more = (Button) window.find(button);
      more.fire();
      ContextMenu menu = Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast).findFirst()
          .orElseThrow();
      menu.getItems().get(0).fire();
      menu.hide();
      return Clipboard.getSystemClipboard().getString();
    });
  }
}
