package studio.backprop.ui.design.designer;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.TableData;
import studio.backprop.project.Project;
import studio.backprop.store.Sample;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.workspace.document.AdversarialEdits;
import studio.backprop.ui.workspace.document.AgentBeginning;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Empty state of the canvas: hints, ways to begin, and three samples. */
final class EmptyCanvas extends VBox {
  private final CanvasDesk desk;
  private boolean away;
  private final Consumer<String> openSample;

  /**
   * @param openSample receives the sample's name
   */
  EmptyCanvas(CanvasDesk desk, Consumer<String> openSample, Runnable chooseData) {
    this.desk = desk;
    this.openSample = openSample;
    getStyleClass().add("empty-canvas");
    setPickOnBounds(false);
    setManaged(false);
    HBox sketch = new HBox(place("empty.data"), link(), place("empty.layers"), link(), place("empty.output"), link(), place("empty.loss"));
    sketch.getStyleClass().add("sketch");
    sketch.setMouseTransparent(true);
    Label title = label("empty.title", "lesson-title");
    Label key = new Label("/");
    key.getStyleClass().add("key");
    HBox hint = new HBox(label("empty.or", "mut"), key, label("empty.type", "mut"));
    hint.getStyleClass().add("hint-line");
    hint.setMouseTransparent(true);
    HBox samples = new HBox(sample("circles", Icon.POINTS), sample("iris", Icon.DATA), sample("digits-cnn", Icon.ACTIVATIONS));
    samples.getStyleClass().add("samples");
    samples.setPickOnBounds(false);
    Label undo = label("empty.undo", "mut");
    undo.setGraphic(Icon.UNDO.view());
    undo.managedProperty().bind(undo.visibleProperty());
    HBox last = new HBox(agent(), gan(), undo); // in one line: a low canvas has no room for another
    last.getStyleClass().add("hint-line");
    last.setPickOnBounds(false);
    getChildren().addAll(sketch, title, hint, data(chooseData), samples, last);
    title.setMouseTransparent(true);
    undo.setMouseTransparent(true);
    DocumentModel document = desk.model().document();
    document.projectProperty().subscribe(this::showIfEmpty);
    desk.model().mending().previewProperty().subscribe(this::showIfEmpty);
    undo.setVisible(false);
    document.projectProperty().subscribe((before, now) -> {
      boolean emptied = undo.isVisible() || !isEmpty(before);
      undo.setVisible(emptied && isEmpty(now) && document.undoNameProperty().get().isPresent());
    });
  }

  /** Default dataset of a new network with a link to others. */
  private HBox data(Runnable chooseData) {
    Label data = new Label();
    data.getStyleClass().add("mut");
    data.setMouseTransparent(true);
    data.textProperty().bind(Bindings.createStringBinding(
        () -> desk.lang().say(own().isPresent() ? "empty.learns_own" : "empty.learns", own().orElseGet(
            () -> desk.lang().known("data." + dataset(), dataset()))), desk.model().document()
            .projectProperty(), desk.lang().textsProperty()));
    Hyperlink other = new Hyperlink();
    other.setId("choose-data");
    other.textProperty().bind(desk.lang().bind("empty.other_data"));
    other.setOnAction(event -> chooseData.run());
    HBox line = new HBox(data, other);
    line.getStyleClass().add("hint-line");
    line.setPickOnBounds(false);
    return line;
  }

  /** A GAN is not a chain of layers that can be dragged together. */
  private Hyperlink gan() {
    Hyperlink build = new Hyperlink();
    build.setId("build-gan");
    build.textProperty().bind(desk.lang().bind("adversarial.begin"));
    build.setOnAction(event -> {
      new AdversarialEdits(desk.model().document()).begin();
      desk.model().showAll();
    });
    return build;
  }

  /** Nor does a list of layers show what an agent needs. */
  private Hyperlink agent() {
    Hyperlink build = new Hyperlink();
    build.setId("build-agent");
    build.textProperty().bind(desk.lang().bind("agent.begin"));
    build.setOnAction(event -> {
      AgentBeginning.in(desk.model().document());
      desk.model().showAll();
    });
    return build;
  }

  /** Name of the user's own file, if it is the dataset. */
  private Optional<String> own() {
    Project project = desk.model().document().project();
    return project.table().map(TableData::name).filter(name -> dataset().equals(DatasetCatalog.OWN_TABLE));
  }

  private String dataset() {
    return desk.model().document().project().data().dataset();
  }

  /** Hidden while something is previewed. */
  /** Hides it permanently. */
  void stayAway() {
    away = true;
    showIfEmpty();
  }

  private void showIfEmpty() {
    setVisible(!away && isEmpty(desk.model().document().project()) && desk.model().mending().previewProperty().get().isEmpty());
  }

  private static boolean isEmpty(Project project) {
    return project.network().nodes().isEmpty() && project.network().marks().isEmpty();
  }

  private Label label(String key, String style) {
    Label label = new Label();
    label.textProperty().bind(desk.lang().bind(key));
    label.getStyleClass().add(style);
    return label;
  }

  private StackPane place(String key) {
    StackPane place = new StackPane(label(key, "mut"));
    place.getStyleClass().add("sketch-node");
    return place;
  }

  private static Region link() {
    Region link = new Region();
    link.getStyleClass().add("sketch-wire");
    return link;
  }

  private Button sample(String name, Icon icon) {
    Sample sample = Sample.find(name).orElseThrow();
    StackPane picture = new StackPane(icon.view());
    picture.getStyleClass().add("sample-icon");
    Label title = label(sample.title().key(), "strong");
    Label about = label("empty." + name, "mut");
    Button card = new Button(null, new HBox(12, picture, new VBox(2, title, about)));
    card.getStyleClass().add("sample-card");
    card.accessibleTextProperty().bind(desk.lang().bind(sample.about().key()));
    card.setOnAction(event -> openSample.accept(name));
    return card;
  }
}
