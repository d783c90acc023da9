package studio.backprop.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import studio.backprop.text.Texts;

/** Adapter of the program's texts to the resource bundle from which picocli takes its descriptions. */
final class HelpTexts extends ResourceBundle {
  private final Texts texts;

  HelpTexts(Texts texts) {
    this.texts = texts;
  }

  @Override
  protected Object handleGetObject(String key) {
    return texts.has(key) ? texts.say(key) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(texts.keys());
  }
}
