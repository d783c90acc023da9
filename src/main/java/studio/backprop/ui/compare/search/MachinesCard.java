package studio.backprop.ui.compare.search;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.ui.compare.search.MachinesModel.State;
import studio.backprop.ui.kit.CloseButton;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Overlay;
import studio.backprop.ui.kit.Sight;

/** Card for distributed training: address, secret, command for the other machines, and members. */
final class MachinesCard extends VBox {
  private final MachinesModel model;
  private final SearchModel search;
  private final Lang lang;
  private final Hints hints;
  private final Overlay overlay = new Overlay(this);
  private final ToggleSwitch on = new ToggleSwitch();

  MachinesCard(MachinesModel model, SearchModel search, Lang lang, Hints hints) {
    this.model = model;
    this.search = search;
    this.lang = lang;
    this.hints = hints;
    getStyleClass().addAll("card", "pop", "machines");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    accessibleTextProperty().bind(lang.bind("machines.title"));
    getChildren().addAll(head(), words("machines.about"), toggle(), field("machines.address", address()), note(),
        field("machines.secret", secret()), words("machines.run"), line(), members(), problem());
  }

  void showIn(Node place) {
    overlay.showIn(place.getScene());
    on.requestFocus();
  }

  private HBox head() {
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("machines.title"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = new CloseButton(() -> overlay.close(), "bare");
    close.setId("machines-close");
    hints.explain(close, "machines.close");
    HBox head = new HBox(title, gap, close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Label words(String key, Object... args) {
    Label words = new Label();
    words.setWrapText(true);
    words.textProperty().bind(lang.bind(key, args));
    return words;
  }

  private ToggleSwitch toggle() {
    on.setId("machines-on");
    on.textProperty().bind(lang.bind("machines.on"));
    on.accessibleTextProperty().bind(lang.bind("machines.on"));
    model.stateProperty().subscribe(state -> on.setSelected(state != State.OFF));
    on.selectedProperty().subscribe((before, now) -> {
      if (now && model.stateProperty().get() == State.OFF) {
        model.open();
      } else if (!now && model.stateProperty().get() != State.OFF) {
        model.close();
      }
    });
    search.stateProperty().subscribe(state -> on.setDisable(state != SearchModel.State.RESTING));
    return on;
  }

  private HBox field(String key, Node control) {
    Label name = new Label();
    name.getStyleClass().addAll("mut", "name");
    name.textProperty().bind(lang.bind(key));
    name.setLabelFor(control);
    HBox row = new HBox(name, control);
    HBox.setHgrow(control, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("gap-8");
    return row;
  }

  private TextField address() {
    TextField address = new TextField();
    address.setId("machines-address");
    address.textProperty().bindBidirectional(model.addressProperty());
    address.disableProperty().bind(model.stateProperty().isNotEqualTo(State.OFF));
    hints.explain(address, "machines.address.help");
    return address;
  }

  private Label note() {
    Label note = new Label();
    note.getStyleClass().addAll("note", "mut");
    note.setWrapText(true);
    note.textProperty().bind(Bindings.createStringBinding(() -> {
      String addresses = String.join(", ", model.addresses());
      return lang.say(addresses.isEmpty() ? "machines.alone" : "machines.reach", addresses);
    }, model.addressProperty(), lang.textsProperty()));
    return note;
  }

  private HBox secret() {
    TextField secret = new TextField();
    secret.setId("machines-secret");
    secret.textProperty().bindBidirectional(model.secretProperty());
    secret.disableProperty().bind(model.stateProperty().isNotEqualTo(State.OFF));
    hints.explain(secret, "machines.secret.help");
    return withCopy(secret, "copy-secret", "machines.secret.copy", model.secretProperty()::get);
  }

  private HBox line() {
    TextField line = new TextField();
    line.setId("machines-line");
    line.setEditable(false);
    line.getStyleClass().add("code");
    line.textProperty().bind(Bindings.createStringBinding(model::command, model.addressProperty()));
    hints.explain(line, "machines.line.help");
    return withCopy(line, "copy-line", "machines.line.copy", model::command);
  }

  private HBox withCopy(TextField field, String id, String help, Supplier<String> text) {
    Button copy = new Button(null, Icon.COPY.view());
    copy.setId(id);
    copy.getStyleClass().add("icon-only");
    copy.setOnAction(event -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.get())));
    hints.explain(copy, help);
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox both = new HBox(field, copy);
    both.getStyleClass().add("gap-4");
    return both;
  }

  private Label members() {
    Label members = new Label(null, Icon.GRAPH.view());
    members.setId("machines-members");
    members.setWrapText(true);
    members.textProperty().bind(Bindings.createStringBinding(() -> {
      String names = String.join(", ", model.members());
      return switch (model.stateProperty().get()) {
        case OFF -> lang.say("machines.off");
        case OPENING -> lang.say("machines.opening");
        case ON -> model.members().isEmpty() ? lang.say("machines.none") : lang.say("machines.members", model.members().size(), names)
            + (search.settingsProperty().get().parallel() > model.members().size() ? ""
                : "\n" + lang.say("machines.parallel", model.members().size() + 1));
      };
    }, model.stateProperty(), model.members(), search.settingsProperty(), lang.textsProperty()));
    return members;
  }

  private Label problem() {
    Label problem = new Label(null, Icon.WARNING.view());
    problem.setId("machines-problem");
    problem.getStyleClass().add("warn");
    problem.setWrapText(true);
    problem.textProperty().bind(Bindings.createStringBinding(
        () -> model.problemProperty().get().map(lang::say).orElse(""), model.problemProperty(), lang.textsProperty()));
    model.problemProperty().subscribe(why -> Sight.show(problem, why.isPresent()));
    return problem;
  }
}
