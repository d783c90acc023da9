package studio.backprop.ui.design.designer;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import studio.backprop.network.FittingLayer;
import studio.backprop.network.block.Block;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.edit.LayerChoice;
import studio.backprop.ui.kit.LayerSearch;

/**
 * Entry of the quick menu: a layer or a block.
 *
 * @param band style class of its colour
 * @param shape resulting shape, if known
 * @param matches whether it matches the search text
 */
record Offer(Message title, Message help, String band, Optional<Shape> shape, Predicate<String> matches, Runnable take) {
  static Offer of(FittingLayer fit, LayerChoice choice) {
    return new Offer(fit.type().title(), fit.type().help(), fit.type().group().name().toLowerCase(Locale.ROOT), fit.shape(),
        typed -> LayerSearch.matches(fit.type(), typed), () -> choice.take(fit));
  }

  static Offer of(Block block, LayerChoice choice) {
    return new Offer(block.title(), block.help(), "block", choice.given().flatMap(block::gives),
        typed -> LayerSearch.matches(block.title(), typed), () -> choice.take(block));
  }
}
