package studio.backprop.ui.design.inspector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.network.repair.Repair;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.inspector.Prospect.State;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.workspace.document.Mender;

/** Table of the changes that a repair would make, and the button that carries it out; hidden while there is no problem. */
final class ProspectTable extends VBox {
  private final InspectorModel model;
  private final Lang lang;
  private final Mender mender;
  private final GridPane table = new GridPane();
  private final Button fix = new Button();

  ProspectTable(InspectorModel model, Lang lang, Mender mender) {
    this.model = model;
    this.lang = lang;
    this.mender = mender;
    getStyleClass().add("prospect");
    table.getStyleClass().add("table");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    table.getColumnConstraints().setAll(names, new ColumnConstraints(), new ColumnConstraints());
    fix.getStyleClass().add("main");
    fix.setMaxWidth(Double.MAX_VALUE);
    fix.setWrapText(true);
    fix.setMnemonicParsing(false);
    fix.setMinHeight(USE_PREF_SIZE);
    fix.setOnAction(event -> model.prospectProperty().get().map(Prospect::repair).ifPresent(mender::mend));
    fix.hoverProperty().subscribe((before, over) -> preview(over));
    fix.focusedProperty().subscribe((before, now) -> preview(now));
    getChildren().addAll(table, fix);
    visibleProperty().bind(Bindings.createBooleanBinding(() -> model.prospectProperty().get().isPresent(), model.prospectProperty()));
    managedProperty().bind(visibleProperty());
    model.prospectProperty().subscribe(prospect -> fill());
    lang.whenWrittenAnew(this::fill);
  }

  private void preview(boolean wanted) {
    Optional<Repair> repair = model.prospectProperty().get().map(Prospect::repair);
    mender.preview(wanted ? repair : Optional.empty());
  }

  private void fill() {
    table.getChildren().clear();
    model.prospectProperty().get().ifPresent(this::fill);
  }

  private void fill(Prospect prospect) {
    String kind = lang.say(prospect.node().type().title());
    table.addRow(0, cell("", "name"), cell(lang.say("inspector.now"), "head"), cell(lang.say("inspector.then"), "head", "then"));
    row(1, prospect, lang.say("inspector.into", kind), state -> sizes(state.in()), "shape");
    row(2, prospect, lang.say("inspector.out_of", kind), state -> sizes(state.out().stream().toList()), "shape");
    row(3, prospect, lang.say("inspector.parameters.all"), state -> count(state.parameters()), "parameter");
    row(4, prospect, lang.say("inspector.flops.all"), state -> count(state.flops()), "flops");
    row(5, prospect, lang.say("inspector.trains"), state -> lang.say(state.trains() ? "inspector.yes" : "inspector.no"), "");
    fix.setText(lang.say(prospect.repair().title()));
    fix.setAccessibleText(fix.getText() + ", " + lang.say(prospect.repair().consequence()));
  }

  private void row(int place, Prospect prospect, String name, Function<State, String> say, String term) {
    Label title = Labels.wrapped(name, "name"); // beside two numbers a long name needs two lines
    title.setMaxWidth(Double.MAX_VALUE);
    if (!term.isEmpty()) {
      new Terms(lang).explain(title, term);
    }
    String now = say.apply(prospect.now());
    String then = say.apply(prospect.then());
    table.addRow(place, title, now.equals(then) ? cell(now) : cell(now, "bad"), cell(then, "then", "strong"));
  }

  private static Label cell(String text, String... styles) {
    Label cell = Labels.whole(text, styles);
    cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE); // the line under a row has one height
    return cell;
  }

  private String sizes(List<Shape> shapes) {
    return shapes.isEmpty() ? lang.say("inspector.unknown")
        : shapes.stream().map(shape -> shape.rank() == 0 ? lang.say("inspector.scalar") : shape.toString())
            .collect(Collectors.joining(", "));
  }

  private String count(OptionalLong number) {
    return number.isPresent() ? lang.numbers().whole(number.getAsLong()) : lang.say("inspector.unknown");
  }
}
