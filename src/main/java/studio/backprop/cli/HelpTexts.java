package studio.backprop.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import studio.backprop.text.Texts;

/** The program's texts as the resource bundle in which picocli looks up what commands and options mean. */
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
