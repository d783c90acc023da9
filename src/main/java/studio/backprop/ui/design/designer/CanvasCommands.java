package studio.backprop.ui.design.designer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import studio.backprop.project.WhoTrains;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.edit.Align;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.ChooseLayer;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.map.Minimap;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.workspace.document.AdversarialEdits;
import studio.backprop.ui.workspace.document.AgentBeginning;

/** Commands of the canvas, shared by keys, menus and the command palette. */
final class CanvasCommands {
  private final DesignerModel model;
  private final ObservableBooleanValue comparable;
  private final Map<String, Command> all = new LinkedHashMap<>();

  /**
   * @param comparable whether there are two runs to compare
   * @param bends whether the generator's mapping of the noise square is shown
   */
  CanvasCommands(DesignerModel model, ArrowKeys walk, NetworkPictures pictures, CanvasView view, ObservableBooleanValue comparable,
      Runnable lookInside, UnitSwitch units, BooleanProperty bends) {
    this.model = model;
    this.comparable = comparable;
    ObservableBooleanValue one = selected(1, 1);
    ObservableBooleanValue some = Bindings.createBooleanBinding(
        () -> !model.document().selection().isEmpty() || !model.notes().selected().isEmpty(),
        model.document().selectionProperty(), model.notes().selectionProperty());
    ObservableBooleanValue nodes = Bindings.createBooleanBinding(() -> !model.network().nodes().isEmpty(), model.document()
        .projectProperty());
    add(network("menu.layer", Icon.PLUS, "A", () -> ChooseLayer.byKey(model)));
    add(network("menu.wire", Icon.LINK, "W", walk::beginWire).when(one));
    add(view("lens.open", Icon.LENS, "Enter", lookInside).when(one));
    add(network("unit.switch", Icon.LAYERS, UnitSwitch.KEY, units::toggle).when(units.possible()));
    add(network("menu.rename", Icon.RENAME, "F2", view::rename).when(Bindings.createBooleanBinding(
        () -> model.document().selectedNode().isPresent() || model.groups().selected().isPresent(),
        model.document().selectionProperty(), model.document().projectProperty())));
    add(network("menu.duplicate", Icon.COPY, "Shortcut+Shift+D", model.clipboard()::duplicate).when(some));
    add(network("menu.cut", Icon.CUT, "Shortcut+X", model.clipboard()::cut).when(some));
    add(network("menu.copy", Icon.COPY, "Shortcut+C", model.clipboard()::copy).when(some));
    add(network("menu.paste", Icon.PASTE, "Shortcut+V", model.clipboard()::paste).when(model.clipboard().filledProperty()));
    add(network("menu.all", Icon.SELECT_ALL, "Shortcut+A", model::selectAll).when(nodes));
    add(network("menu.tidy", Icon.TIDY, "T", model::tidy).when(nodes));
    for (Align align : Align.values()) {
      Runnable action = () -> model.edits().align(align);
      add(network(title(align), Icon.ARRANGE, align.keys(), action).when(selected(align.least(), Integer.MAX_VALUE)));
    }
    nudges(some);
    add(network("note.add", Icon.NOTE, "N", model.notes()::create));
    sizes();
    ObservableBooleanValue grouped = Bindings.createBooleanBinding(
        () -> !model.groups().touched().isEmpty(), model.document().selectionProperty(), model.document().projectProperty());
    add(network("group.make", Icon.GROUP, "Shortcut+G", model.groups()::make).when(selected(2, Integer.MAX_VALUE)));
    add(network("group.dissolve", Icon.UNGROUP, "Shortcut+Shift+G", model.groups()::dissolve).when(grouped));
    add(network("block.keep", Icon.SAVE, "Shortcut+Shift+B", view::keepBlock).when(selected(1, Integer.MAX_VALUE)));
    add(network("group.toggle", Icon.SHRINK, "G", view::fold).when(grouped));
    trains(bends);
    lenses();
    add(view("menu.fit", Icon.FIT, "F", model::showAll).when(nodes));
    add(view("zoom.in", Icon.PLUS, "Shortcut+Plus", model.camera()::zoomIn).or("Shortcut+Equals"));
    add(view("zoom.out", Icon.MINUS, "Shortcut+Minus", model.camera()::zoomOut));
    add(view("zoom.actual", Icon.LENS, "Shortcut+0", model.camera()::actualSize));
    add(view("menu.map", Icon.MAP, "Shift+M", () -> model.mapProperty().set(!model.mapProperty().get()))
        .when(Bindings.createBooleanBinding(() -> model.network().nodes().size() > Minimap.FEW, model.document().projectProperty())));
    add(network("picture.copy", Icon.PICTURE, "Shortcut+Shift+C", pictures::copy).when(nodes));
    add(network("picture.save", Icon.PICTURE, "Shortcut+Shift+E", pictures::save).when(nodes));
  }

  /** Commands that choose which network of a GAN is trained. */
  private void trains(BooleanProperty bends) {
    AdversarialEdits edits = new AdversarialEdits(model.document());
    Map<WhoTrains, String> keys = Map.of(WhoTrains.BOTH, "B", WhoTrains.DISCRIMINATOR, "D", WhoTrains.GENERATOR, "G");
    for (WhoTrains who : WhoTrains.values()) {
      add(new Command(
          Message.of(key(who)), Command.Group.TRAINING, Icon.PLAY, List.of(keys.get(who)), edits.there(), () -> edits.train(who)));
    }
    add(Command.of(Message.of("adversarial.begin"), Command.Group.NETWORK, Icon.PLUS, () -> {
      edits.begin();
      model.showAll();
    }));
    add(Command.of(Message.of("agent.begin"), Command.Group.NETWORK, Icon.PLUS, () -> {
      AgentBeginning.in(model.document());
      model.showAll();
    }));
    add(new Command(Message.of("adversarial.bend"), Command.Group.VIEW, Icon.LENS, List.of("H"), edits.there(),
        () -> bends.set(!bends.get())));
  }

  /** By the digit of its position; while repairs are offered, 2 and 3 choose among them. */
  private void lenses() {
    for (Lens lens : Lens.values()) {
      int digit = lens.ordinal() + 1;
      Runnable look = () -> model.lensProperty().set(lens);
      boolean ofRepair = lens == Lens.ACTIVATIONS || lens == Lens.GRADIENTS;
      Command command = view(key(lens), Icon.LENS, String.valueOf(digit), ofRepair ? () -> model.mending().mendOr(digit - 1, look) : look);
      add(lens == Lens.DIFFERENCE ? command.when(comparable) : command);
    }
  }

  /** Commands with keys for the whole window: lens, unit under the mouse, and trained network of a GAN. */
  List<Command> everywhere() {
    Stream<String> others = Stream.concat(
        Stream.of("menu.fit", "menu.tidy", "unit.switch", "adversarial.bend"), Stream.of(WhoTrains.values()).map(CanvasCommands::key));
    return Stream.concat(Stream.of(Lens.values()).map(CanvasCommands::key), others).map(all::get).toList();
  }

  private static String key(WhoTrains who) {
    return "adversarial.train." + who.name().toLowerCase(Locale.ROOT);
  }

  private static String key(Lens lens) {
    return "lens.see." + lens.name().toLowerCase(Locale.ROOT);
  }

  private void nudges(ObservableBooleanValue some) {
    nudge("left", "Left", -1, 0, some);
    nudge("right", "Right", 1, 0, some);
    nudge("up", "Up", 0, -1, some);
    nudge("down", "Down", 0, 1, some);
  }

  /** By a grid step or, with Shift, by a pixel. */
  private void nudge(String way, String key, double dx, double dy, ObservableBooleanValue some) {
    add(network("menu." + way, Icon.ARRANGE, "Shortcut+" + key, () -> model.edits().nudge(dx * Anatomy.GRID, dy * Anatomy.GRID))
        .when(some));
    add(network("fine." + way, Icon.ARRANGE, "Shortcut+Shift+" + key, () -> model.edits().nudge(dx, dy)).when(some));
  }

  private void sizes() {
    size("note.wider", "Right", 1, 0);
    size("note.narrower", "Left", -1, 0);
    size("note.taller", "Down", 0, 1);
    size("note.lower", "Up", 0, -1);
  }

  private void size(String title, String key, double dx, double dy) {
    Runnable grow = () -> model.notes().grow(dx * Anatomy.GRID, dy * Anatomy.GRID);
    add(network(title, Icon.NOTE, "Alt+Shift+" + key, grow).when(Bindings.createBooleanBinding(
        () -> model.notes().selectedNote().isPresent(), model.document().selectionProperty(), model.notes().selectionProperty())));
  }

  private ObservableBooleanValue selected(int least, int most) {
    return Bindings.createBooleanBinding(
        () -> model.document().selection().size() >= least && model.document().selection().size() <= most, model.document()
            .selectionProperty());
  }

  static String title(Align align) {
    return "align." + align.name().toLowerCase(Locale.ROOT);
  }

  private static Command network(String title, Icon icon, String key, Runnable action) {
    return Command.of(title, Command.Group.NETWORK, icon, key, action);
  }

  private static Command view(String title, Icon icon, String key, Runnable action) {
    return Command.of(title, Command.Group.VIEW, icon, key, action);
  }

  private void add(Command command) {
    all.put(command.title().key(), command);
  }

  Command get(String title) {
    return all.get(title);
  }

  List<Command> all() {
    return List.copyOf(all.values());
  }
}
