/// One class, one question.
@NullMarked
package dev.cordon.analysis.question;

import org.jspecify.annotations.NullMarked;
