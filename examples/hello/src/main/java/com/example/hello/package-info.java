/// The smallest function.
package com.example.hello;
