package studio.backprop.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.DesignerView;
import studio.backprop.ui.design.designer.PaletteDrop;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.palette.BlocksModel;
import studio.backprop.ui.design.palette.DataModel;
import studio.backprop.ui.design.palette.DataView;
import studio.backprop.ui.design.palette.Demos;
import studio.backprop.ui.design.palette.LayersModel;
import studio.backprop.ui.design.palette.PaletteDrag;
import studio.backprop.ui.design.palette.PaletteView;
import studio.backprop.ui.judge.evaluate.column.ColumnEdits;
import studio.backprop.ui.judge.examples.ExamplesModel;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.window.shell.TableDialog;
import studio.backprop.ui.workspace.document.AdversarialEdits;

/** Palette left of the canvas: layers, blocks and data. */
final class PaletteRoom {
  private final DesignerModel network;
  private final LayersModel layers;
  private final PaletteView palette;
  private final DataModel dataset;
  private final DataView data;
  private final ExamplesModel examples;

  PaletteRoom(RoomContext at, DesignerModel network, DesignerView canvas, OwnBlocks own, Demos demos) {
    this.network = network;
    dataset = new DataModel(at.document(), at.run(), at.pulse());
    examples = new ExamplesModel(at.run(), dataset.dataProperty(), at.pulse());
    TableDialog table = new TableDialog(at.shell(), at.lang());
    data = new DataView(dataset, at.lang(), at.hints(), at.theme(), table::open, examples::show);
    PaletteDrop drop = canvas.drop();
    layers = new LayersModel(network::addAfterSelection, new AdversarialEdits(at.document()).there());
    palette = new PaletteView(
        layers, data, at.lang(), PaletteDrag.of(drop::previewAt, drop::dropAt, drop::cancel, canvas::takeKeys));
    palette.illustrate(at.theme(), at.typesetter(), demos);
    network.blocks().offer(own.blocksProperty());
    network.blocks().onKeep(own::keep);
    palette.addBlocks(
        new BlocksModel(own.blocksProperty(), own.troubleProperty(), network::addAfterSelection, own::remove),
        PaletteDrag.of(drop::previewAt, drop::dropAt, drop::cancel, canvas::takeKeys));
    examples.openProperty().subscribe(palette::fold);
    palette.searchKeyOn(at.shell());
    palette.narrowProperty().bind(at.shell().narrowProperty());
  }

  List<Command> commands() {
    return LayerCatalog.types().stream()
        .map(type -> Command.of(
            Message.of("command.layer", type.title()), Command.Group.LAYER, Icon.PLUS, () -> network.addAfterSelection(type)))
        .toList();
  }

  /** Opens a dropped table. */
  void openOwn(Path table) {
    palette.showData();
    dataset.openOwn(table);
  }

  Node dataForms(Hints hints) {
    VBox page = new VBox(data.forms(hints));
    page.getStyleClass().add("page");
    return page;
  }

  PaletteView view() {
    return palette;
  }

  ExamplesModel examples() {
    return examples;
  }

  ColumnEdits columns() {
    return new ColumnSettings(dataset.settings().table());
  }

  /** Keeps the layers unfolded during the tour; in a narrow window they are folded. */
  void unfoldLayersWhile(ObservableValue<Boolean> led) {
    led.subscribe((before, now) -> unfoldLayers(now));
    palette.narrowProperty().subscribe((before, now) -> unfoldLayers(led.getValue()));
  }

  private void unfoldLayers(boolean unfolded) {
    if (unfolded) {
      palette.showLayers();
    } else {
      palette.fold();
    }
  }

  void restore(Preferences preferences) {
    palette.bringToFront((int) preferences.number("left", 0));
    preferences.text("layer_groups").map(words -> Set.of(words.split(","))).ifPresent(layers.openProperty()::set);
  }

  void keep(Preferences preferences) {
    preferences.set("left", palette.front());
    preferences.set("layer_groups", layers.openProperty().get().stream().sorted().collect(Collectors.joining(",")));
  }
}
