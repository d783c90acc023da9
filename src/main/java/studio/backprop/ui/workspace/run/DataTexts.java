package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.ui.kit.Lang;

/**
 * What a dataset predicts and its classes, in the reader's language. The datasets that come with the program have texts for those that are
 * words; numbers, and everything in a table of the user's own, stay as they are.
 */
public final class DataTexts {
  private final Lang lang;

  public DataTexts(Lang lang) {
    this.lang = lang;
  }

  /** What is predicted: species, 品种. */
  public String target(Dataset dataset) {
    return target(dataset.name(), dataset.about().targetName());
  }

  /** What the dataset of this name predicts; its own word where there is no text. */
  public String target(String dataset, String own) {
    return lang.known("data." + dataset + ".target", own);
  }

  public String ofClass(Dataset dataset, int index) {
    return lang.known("data." + dataset.name() + ".class." + index, dataset.classNames().get(index));
  }

  /** By class index; empty for a regression. */
  public List<String> classes(Dataset dataset) {
    return IntStream.range(0, dataset.classNames().size()).mapToObj(index -> ofClass(dataset, index)).toList();
  }
}
